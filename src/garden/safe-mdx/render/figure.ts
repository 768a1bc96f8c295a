import { element } from './element.ts';
import { imageElement } from './image-element.ts';
import { words, type Draw } from './page.ts';

/** A photo or drawing with its caption, credit and long description. */
export const figure: Draw = (props, _children, page) => {
  const [caption, credit, licence, description] = [words(props, 'caption'), words(props, 'credit'), words(props, 'licence'), words(props, 'description')];
  const rights = [credit, licence].filter((part) => part !== undefined).join(', ');
  return element(
    'figure',
    { className: ['figure'] },
    imageElement(words(props, 'src') ?? '', words(props, 'alt') ?? '', page.context),
    caption === undefined && rights === ''
      ? undefined
      : element(
          'figcaption',
          {},
          caption === undefined ? undefined : element('span', { className: ['figure-caption'] }, caption),
          caption === undefined || rights === '' ? undefined : ' ',
          rights === '' ? undefined : element('small', { className: ['figure-credit'] }, `Image: ${rights}`),
        ),
    description === undefined ? undefined : element('details', { className: ['figure-description'] }, element('summary', {}, 'Description of the image'), element('p', {}, description)),
  );
};
