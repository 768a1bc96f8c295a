/** An error whose sentence Decap shows as it is, without the name of its kind in front. A lost connection, for which each browser has words of its own, is said plainly. */
export function plainError(reason: unknown): Error {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  if (LOST.test(error.message)) return named(new Error('The place where pages are kept cannot be reached. What you typed is still here: try again when the connection is back.'));
  return named(error);
}

/** What Chromium, Firefox and Safari say when nothing answers, and what a request says that was given up. */
const LOST = /^(?:Failed to fetch|NetworkError when attempting|Load failed|The network connection was lost|signal is aborted|The (?:user|operation) (?:was )?aborted)/;

function named(error: Error): Error {
  error.name = '';
  return error;
}
