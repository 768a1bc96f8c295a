/** A problem as the bar lists it. */
export interface ListedProblem {
  readonly words: string;
  /** Goes to the place in the form. */
  go(): void;
}

/** What the bar shows of the open entry. */
export interface BarState {
  /** One sentence: what is saved and what is not. */
  readonly status: string;
  readonly problems: readonly ListedProblem[];
  readonly canSave: boolean;
  readonly canSend: boolean;
}

/** The bar at the foot of the form: what is saved, what is wrong, and the two things that people do here. */
export interface ActionBar {
  /** Without a state no entry is open, and the bar is away. */
  show(state: BarState | undefined): void;
  /** Opens the list of problems and puts the focus on it. */
  openProblems(): void;
  /** Says something about the place where pages are stored, above all else; '' takes it away. */
  say(news: string): void;
}

/** Makes the bar, outside of what Decap draws. */
export function createActionBar(press: { save(): void; send(): void }): ActionBar {
  const bar = document.createElement('section');
  bar.id = 'garden-bar';
  bar.setAttribute('aria-label', 'Save and send');
  bar.hidden = true;
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const problems = document.createElement('details');
  const count = document.createElement('summary');
  const list = document.createElement('ul');
  problems.append(count, list);
  const save = button('Save', press.save);
  const send = button('Send for review', press.send);
  send.className = 'garden-main';
  bar.append(problems, status, save, send);
  const news = document.createElement('p');
  news.id = 'garden-news';
  news.setAttribute('role', 'status');
  news.hidden = true;
  document.body.append(news, bar);
  let shown = '';

  return {
    show(state) {
      bar.hidden = state === undefined;
      if (!state) return;
      // A status that is written again is read aloud again.
      if (status.textContent !== state.status) status.textContent = state.status;
      save.disabled = !state.canSave;
      send.disabled = !state.canSend;
      problems.hidden = state.problems.length === 0;
      const words = state.problems.map((problem) => problem.words).join('\n');
      if (words === shown) return;
      shown = words;
      count.textContent = state.problems.length === 1 ? '1 thing to put right' : `${state.problems.length} things to put right`;
      list.replaceChildren(...state.problems.map(item));
    },
    say(words) {
      news.hidden = words === '';
      if (news.textContent !== words) news.textContent = words;
    },
    openProblems() {
      problems.open = true;
      list.querySelector('button')?.focus();
    },
  };

  function item(problem: ListedProblem): HTMLLIElement {
    const line = document.createElement('li');
    line.append(
      button(problem.words, () => {
        problems.open = false;
        problem.go();
      }),
    );
    return line;
  }
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', press);
  return made;
}
