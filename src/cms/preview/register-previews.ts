import { hasErrors } from '#garden/checks/problem.ts';
import { mediaPath } from '#garden/checks/media-path.ts';
import { analyseBody } from '#garden/entry/body.ts';
import { entryIndex } from '#garden/model/entry-index.ts';
import { bodyContext, type Surroundings } from '#garden/outputs/body-context.ts';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import { renderBody } from '#garden/safe-mdx/render-body.ts';
import { KIND_NAMES, KINDS, type KindName } from '#garden/schema/index.ts';
import { normaliseText } from '#garden/text/normalise-text.ts';
import type { Decap, ImmutableMap } from '../decap/decap.ts';

interface PreviewProps {
  readonly entry: ImmutableMap;
  getAsset(path: string): { toString(): string };
}

interface Instance {
  readonly props: PreviewProps;
  shown: string;
  html: string;
  timer: ReturnType<typeof setTimeout> | undefined;
  cost: number;
  forceUpdate(): void;
}

/** A large text is drawn less often, so that typing stays light. */
const PAUSE = 150;
const SLOWER = 3;
/** How long to wait for a picture that Decap still fetches. */
const PICTURE_PAUSE = 300;

/** Shows each entry beside the form as its page will look, drawn by the engine of the site. */
export function registerPreviews(decap: Decap, index: FormIndex, base: string): void {
  const around: Surroundings = {
    index: entryIndex(index.entries),
    sources: new Map(index.entries.flatMap(({ kind, id, title }) => (kind === 'sources' ? [[id, title] as const] : []))),
    termsMi: new Set(index.termsMi),
    base,
    siteUrl: index.site.url,
  };
  for (const kind of KIND_NAMES) decap.registerPreviewTemplate(kind, previewOf(kind, around));
}

function previewOf(kind: KindName, around: Surroundings): unknown {
  const { createClass, h } = window;
  if (!createClass || !h) throw new Error('The form did not start.');
  return createClass({
    componentDidMount(this: Instance) {
      this.cost = 0;
      draw(this);
    },
    componentDidUpdate(this: Instance, before: PreviewProps) {
      if (before.entry !== this.props.entry) plan(this, Math.max(PAUSE, SLOWER * (this.cost ?? 0)));
    },
    componentWillUnmount(this: Instance) {
      clearTimeout(this.timer);
    },
    render(this: Instance) {
      const text = (name: string) => String(this.props.entry.getIn(['data', name]) ?? '');
      return h(
        'main',
        { className: 'garden-preview wrap page' },
        h('p', { className: 'eyebrow' }, KINDS[kind].one),
        h('h1', null, text('title') || 'No title yet'),
        text('summary') && h('p', { className: 'lede' }, text('summary')),
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
    if (!hasErrors(facts.problems)) {
      let waits = false;
      const context = bodyContext(kind, around, (src) => {
        const path = mediaPath(`content/${kind}/page.mdx`, src);
        if (path === undefined) return undefined;
        const address = instance.props.getAsset(path.replace('content/', '../')).toString();
        if (!address.startsWith('blob:')) waits = true;
        return address.startsWith('blob:') ? { src: address } : undefined;
      });
      const { html } = renderBody(tree, context);
      instance.cost = performance.now() - started;
      if (waits) plan(instance, PICTURE_PAUSE);
      if (html !== instance.html) {
        instance.html = html;
        instance.forceUpdate();
      }
    }
  }
}
