import { element } from './element.ts';
import { words, type Draw } from './page.ts';

/** Something to try, and how long it takes. */
export const exercise: Draw = (props, children) => {
  const title = words(props, 'title') ?? '';
  const minutes = words(props, 'minutes');
  return element(
    'section',
    { className: ['exercise'], ariaLabel: `Exercise: ${title}` },
    element(
      'p',
      { className: ['exercise-title'] },
      element('strong', {}, `Exercise: ${title}`),
      minutes === undefined ? undefined : element('span', { className: ['exercise-minutes'] }, ` ${minutes} ${minutes === '1' ? 'minute' : 'minutes'}`),
    ),
    ...children,
  );
};
