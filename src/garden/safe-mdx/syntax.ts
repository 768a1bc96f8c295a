import { asciiAlpha, asciiAlphanumeric, markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { factorySpace } from 'micromark-factory-space';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    gardenTag: 'gardenTag';
    gardenTagData: 'gardenTagData';
    gardenComment: 'gardenComment';
    gardenCommentData: 'gardenCommentData';
  }
}

const LONGEST_TAG = 4000;
const LONGEST_COMMENT = 20_000;
const DEEPEST_BRACES = 4;

const [LESS, MORE, SLASH, COLON, EQUALS, LEFT_BRACE, RIGHT_BRACE, BACKSLASH] = [60, 62, 47, 58, 61, 123, 125, 92];
const QUOTES = new Set<Code>([34, 39]);
const LITERAL_QUOTES = new Set<Code>([34, 39, 96]);

/** What the syntax has to know about names of tags. */
export interface TagNames {
  /** A component that never stands as a block. */
  isInline(name: string): boolean;
  /** A component or an HTML tag. */
  isKnown(name: string): boolean;
}

/**
 * Makes the syntax of tags and comments. Only `<` with an ASCII letter, or `</` with one, opens a tag; what does not
 * end as a tag is text. It never throws.
 */
export function gardenSyntax(names: TagNames): Extension {
  return {
    disable: { null: ['htmlFlow', 'htmlText'] },
    flow: { [LESS]: [flow(comment), tag(true, names)], [LEFT_BRACE]: flow(comment) },
    text: {
      [LESS]: [
        { ...comment, add: 'after' },
        { ...tag(false, names), add: 'after' },
      ],
      [LEFT_BRACE]: comment,
    },
  };
}

const comment: Construct = { name: 'gardenComment', tokenize: tokenizeComment };

/** The same construct as a block: nothing but white space may follow it on its line. */
function flow(construct: Construct): Construct {
  return {
    ...construct,
    concrete: true,
    tokenize(effects, ok, nok) {
      const end: State = (code) => (code === null || markdownLineEnding(code) ? ok(code) : nok(code));
      return construct.tokenize.call(this, effects, (code) => (markdownSpace(code) ? factorySpace(effects, end, 'whitespace')(code) : end(code)), nok);
    },
  };
}

function tokenizeComment(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const next = lines(this, effects, 'gardenCommentData', nok);
  let opening = '';
  let closing = '';
  let matched = 0;
  let size = 0;
  return (code) => {
    opening = code === LESS ? '<!--' : '{/*';
    closing = code === LESS ? '-->' : '*/}';
    effects.enter('gardenComment');
    effects.enter('gardenCommentData');
    return open(code);
  };

  function open(code: Code): State | undefined {
    if (code !== opening.charCodeAt(matched)) return nok(code);
    effects.consume(code);
    matched += 1;
    if (matched < opening.length) return open;
    matched = 0;
    return inside;
  }

  function inside(code: Code): State | undefined {
    size += 1;
    if (code === null || size > LONGEST_COMMENT) return nok(code);
    if (markdownLineEnding(code)) {
      matched = 0;
      return next(code, inside, true);
    }
    if (code === closing.charCodeAt(matched)) matched += 1;
    // A third hyphen keeps "--" matched; otherwise start over.
    else if (!(opening === '<!--' && code === 45 && matched === 2)) matched = code === closing.charCodeAt(0) ? 1 : 0;
    effects.consume(code);
    if (matched < closing.length) return inside;
    effects.exit('gardenCommentData');
    effects.exit('gardenComment');
    return ok;
  }
}

function tag(isFlow: boolean, names: TagNames): Construct {
  return { name: 'gardenTag', concrete: isFlow, tokenize };

  function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const next = lines(this, effects, 'gardenTagData', nok);
    const follows = (): boolean => asciiAlphanumeric(this.previous);
    let name = '';
    let size = 0;
    let quote: Code = null;
    let depth = 0;
    let escaped = false;
    let last: Code = null;
    let glued = false;
    let bare = false;
    let plain = true;
    return start;

    function start(code: Code): State | undefined {
      name = '';
      quote = last = null;
      size = depth = 0;
      glued = !isFlow && follows();
      bare = false;
      plain = true;
      effects.enter('gardenTag');
      effects.enter('gardenTagData');
      effects.consume(code);
      return open;
    }

    function open(code: Code): State | undefined {
      if (code !== SLASH) return nameStart(code);
      effects.consume(code);
      return nameStart;
    }

    function nameStart(code: Code): State | undefined {
      return asciiAlpha(code) ? inName(code) : nok(code);
    }

    function inName(code: Code): State | undefined {
      if (code !== null && (asciiAlphanumeric(code) || code === 45 || code === 46 || code === 95 || code === COLON)) {
        // `<https://…>` and `<tel:111>` are addresses, not names with a prefix.
        if (last === COLON && !asciiAlpha(code)) return nok(code);
        last = code;
        name += String.fromCharCode(code);
        effects.consume(code);
        return name.length > 100 ? nok : inName;
      }
      if (last === COLON || (isFlow && names.isInline(name))) return nok(code);
      return code === SLASH || code === MORE || code === LEFT_BRACE || space(code) ? inside(code) : nok(code);
    }

    function inside(code: Code): State | undefined {
      size += 1;
      if (code === null || size > LONGEST_TAG) return nok(code);
      if (markdownLineEnding(code)) return next(code, inside, false);
      if (quote !== null) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH && depth > 0) escaped = true;
        else if (code === quote) quote = null;
      } else if (depth > 0) {
        if (LITERAL_QUOTES.has(code)) quote = code;
        else if (code === LEFT_BRACE) depth += 1;
        else if (code === RIGHT_BRACE) depth -= 1;
        if (depth > DEEPEST_BRACES) return nok(code);
      } else if (code === LESS) {
        return nok(code);
      } else if (QUOTES.has(code) && last === EQUALS) {
        quote = code;
      } else if (code === LEFT_BRACE) {
        depth = 1;
      } else if (code === MORE) {
        // "a<b and b>a" and "<your name here>" are words.
        if (bare && plain && (glued || !names.isKnown(name))) return nok(code);
        effects.consume(code);
        effects.exit('gardenTagData');
        effects.exit('gardenTag');
        return isFlow ? after : ok;
      }
      if (code === EQUALS || code === SLASH || code === LEFT_BRACE) plain = false;
      if (!space(code)) {
        last = code;
        bare = true;
      }
      effects.consume(code);
      return inside;
    }

    function after(code: Code): State | undefined {
      return markdownSpace(code) ? factorySpace(effects, end, 'whitespace')(code) : end(code);
    }

    function end(code: Code): State | undefined {
      if (code === LESS) return start(code);
      return code === null || markdownLineEnding(code) ? ok(code) : nok(code);
    }
  }
}

/** Steps over line endings inside a token; a lazy line (and a blank one, unless allowed) ends the attempt. */
function lines(context: TokenizeContext, effects: Effects, data: 'gardenTagData' | 'gardenCommentData', nok: State) {
  return (code: Code, inside: State, blank: boolean): State => {
    effects.exit(data);
    return lineEnding(code);

    function lineEnding(ending: Code): State {
      effects.enter('lineEnding');
      effects.consume(ending);
      effects.exit('lineEnding');
      return next;
    }

    function next(following: Code): State | undefined {
      if (following === null || context.parser.lazy[context.now().line]) return nok(following);
      if (markdownLineEnding(following)) return blank ? lineEnding(following) : nok(following);
      effects.enter(data);
      return inside(following);
    }
  };
}

function space(code: Code): boolean {
  return markdownSpace(code) || markdownLineEnding(code);
}
