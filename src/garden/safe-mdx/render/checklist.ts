import { element } from './element.ts';
import { words, type Draw } from './page.ts';

/** Things to tick off. */
export const checklist: Draw = (props, children) => {
  const title = words(props, 'title');
  return element(
    'div',
    { className: ['checklist'], role: 'group', ariaLabel: title === undefined ? 'Checklist' : `Checklist: ${title}` },
    title === undefined ? undefined : element('p', { className: ['checklist-title'] }, element('strong', {}, title)),
    ...children,
  );
};
