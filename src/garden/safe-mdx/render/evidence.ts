import { element } from './element.ts';
import { words, type Draw } from './page.ts';

const STRENGTHS = new Map([
  ['strong', 'Strong evidence'],
  ['moderate', 'Moderate evidence'],
  ['weak', 'Weak evidence'],
  ['contested', 'Contested evidence'],
]);

/** A claim, how strong the evidence for it is, and its sources. */
export const evidence: Draw = (props, children, page) => {
  const strength = words(props, 'strength') ?? 'weak';
  const label = STRENGTHS.get(strength) ?? 'Evidence';
  const sources = Array.isArray(props['sources']) ? props['sources'].map(String) : [];
  return element(
    'aside',
    { className: ['evidence', `evidence-${strength}`], role: 'note', ariaLabel: label },
    element('p', { className: ['evidence-strength'] }, element('strong', {}, label)),
    ...children,
    element('p', { className: ['evidence-sources'] }, sources.length === 1 ? 'Source' : 'Sources', page.cite(sources)),
  );
};
