import { element } from './element.ts';
import { words, type Draw } from './page.ts';

/** What people saw in one place, with where, when and who. */
export const fieldNote: Draw = (props, children, page) => {
  const [place, date, by, source] = [words(props, 'place'), words(props, 'date'), words(props, 'by'), words(props, 'source')];
  const about = [place, date].filter((part) => part !== undefined).join(', ');
  return element(
    'aside',
    { className: ['field-note'], role: 'note', ariaLabel: about === '' ? 'Field note' : `Field note: ${about}` },
    element(
      'p',
      { className: ['field-note-title'] },
      element('strong', {}, 'Field note'),
      place === undefined ? undefined : `: ${place}`,
      date === undefined ? undefined : place === undefined ? ': ' : ', ',
      date === undefined ? undefined : element('time', { dateTime: date }, date),
    ),
    ...children,
    by === undefined && source === undefined
      ? undefined
      : element('p', { className: ['field-note-source'] }, by === undefined ? 'Source' : `Seen by ${by}`, source === undefined ? undefined : page.cite([source])),
  );
};
