/** Variables that would point git at another repository than the one it is asked about. */
const ELSEWHERE = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|GRAFT_FILE|SHALLOW_FILE|NAMESPACE|CEILING_DIRECTORIES)$/;
const SETTINGS = /^GIT_(CONFIG|AUTHOR_|COMMITTER_)/;
const CALM = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', GIT_SEQUENCE_EDITOR: 'true' };

/** The person's own environment, for git in their repository: with their settings, so that their files come out as they like them. */
export function ownGitEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...without(env, ELSEWHERE), ...CALM };
}

/** The environment for git on the desk: no settings but the desk's. `empty` is an empty file. */
export function deskGitEnv(env: NodeJS.ProcessEnv, empty: string): NodeJS.ProcessEnv {
  return { ...without(without(env, ELSEWHERE), SETTINGS), ...CALM, GIT_CONFIG_GLOBAL: empty, GIT_CONFIG_NOSYSTEM: '1', GIT_ATTR_NOSYSTEM: '1' };
}

function without(env: NodeJS.ProcessEnv, names: RegExp): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.test(name)));
}
