import { mediaPath } from '#garden/checks/media-path.ts';
import { hasErrors } from '#garden/checks/problem.ts';
import { analyseBody } from '#garden/entry/body.ts';
import { bodyContext, type Surroundings } from '#garden/outputs/body-context.ts';
import { renderBody } from '#garden/safe-mdx/render-body.ts';
import { KINDS, type KindName } from '#garden/schema/index.ts';
import { normaliseText } from '#garden/text/normalise-text.ts';
import type { ImmutableMap } from '../decap/decap.ts';

interface Props {
  readonly entry: ImmutableMap;
  getAsset(path: string): { toString(): string };
}

interface Instance {
  readonly props: Props;
  html: string;
  /** Milliseconds that the last drawing took. */
  cost: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** How often a picture was asked for in vain. */
  tries: number;
  forceUpdate(): void;
}

/** A large text is drawn less often, so that typing stays light. */
const PAUSE = 150;
const SLOWER = 3;
/** How long to wait for a picture that Decap still fetches. */
const PICTURE_PAUSE = 300;
const MOST_TRIES = 40;

/** The page of an entry as Decap shows it beside the form, a React class. */
export function entryPreview(kind: KindName, around: Surroundings): unknown {
  const { createClass, h } = window;
  if (!createClass || !h) throw new Error('The form did not start.');
  return createClass({
    componentDidMount(this: Instance) {
      this.cost = 0;
      this.tries = 0;
      draw(this);
    },
    componentDidUpdate(this: Instance, before: Props) {
      if (before.entry === this.props.entry) return;
      this.tries = 0;
      plan(this, Math.max(PAUSE, SLOWER * this.cost));
    },
    componentWillUnmount(this: Instance) {
      clearTimeout(this.timer);
    },
    render(this: Instance) {
      const text = (...path: string[]) => String(this.props.entry.getIn(['data', ...path]) ?? '');
      const cover = address(this, text('cover', 'image'));
      return h(
        'main',
        { className: 'garden-preview wrap page' },
        h('p', { className: 'eyebrow' }, KINDS[kind].one),
        h('h1', null, text('title') || 'No title yet'),
        text('summary') && h('p', { className: 'lede' }, text('summary')),
        cover && h('figure', { className: 'figure cover' }, h('img', { src: cover, alt: text('cover', 'alt') })),
        // The HTML is what the engine lets onto the site; nothing in it can run.
        h('div', { className: 'entry-text', 'data-entry-body': '', dangerouslySetInnerHTML: { __html: this.html ?? '' } }),
      );
    },
  });

  function plan(instance: Instance, pause: number): void {
    clearTimeout(instance.timer);
    instance.timer = setTimeout(() => draw(instance), pause);
  }

  function draw(instance: Instance): void {
    const started = performance.now();
    const written = instance.props.entry.getIn(['data', 'body']);
    const { tree, facts } = analyseBody(normaliseText(typeof written === 'string' ? written : ''), 1);
    // With an error in it, the last text that could be shown stays; the editor says what is wrong.
    if (hasErrors(facts.problems)) return;
    const shown: string[] = [];
    const context = bodyContext(kind, around, (src) => {
      const found = address(instance, src);
      return found ? { src: `#picture-${shown.push(found) - 1}` } : undefined;
    });
    // The engine lets no address through that only this browser knows; what it wrote in its place is ours.
    const html = renderBody(tree, context).html.replace(/ src="#picture-(\d+)"/g, (whole, number) => (shown[Number(number)] ? ` src="${shown[Number(number)]}"` : whole));
    instance.cost = performance.now() - started;
    if (html === instance.html) return;
    instance.html = html;
    instance.forceUpdate();
  }

  /** Where the browser holds a picture of the garden; while Decap still fetches it, it is asked for again. */
  function address(instance: Instance, src: string): string | undefined {
    const path = mediaPath(`content/${kind}/page.mdx`, src);
    if (path === undefined) return undefined;
    const found = instance.props.getAsset(path.replace('content/', '../')).toString();
    if (found.startsWith('blob:')) return found;
    if (instance.tries >= MOST_TRIES) return undefined;
    instance.tries = (instance.tries ?? 0) + 1;
    clearTimeout(instance.timer);
    instance.timer = setTimeout(() => {
      draw(instance);
      instance.forceUpdate();
    }, PICTURE_PAUSE);
    return undefined;
  }
}
