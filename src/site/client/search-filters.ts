import { make } from './make-element.ts';
import type { Counts } from './pagefind-api.ts';

/** The headings above the choices, by facet and in their order. */
export type FacetTitles = ReadonlyMap<string, string>;

/** Reads what the page says of its facets. */
export function readFacets(text: string | undefined): FacetTitles {
  return new Map(JSON.parse(text ?? '[]') as [string, string][]);
}

/** Boxes to narrow a search, one fieldset a facet, each value with the number of results that a tick leads to. */
export class SearchFilters {
  readonly element: HTMLDetailsElement;
  readonly chosen = new Map<string, Set<string>>();
  private readonly boxes = new Map<string, { box: HTMLInputElement; number: HTMLElement; label: HTMLElement }>();
  private readonly clear = make('button', { class: 'search-clear', type: 'button', hidden: true }, 'Clear all choices');
  private readonly onChange: () => void;
  private readonly facets: FacetTitles;
  private made = false;

  constructor(facets: FacetTitles, chosen: ReadonlyMap<string, ReadonlySet<string>>, open: boolean, onChange: () => void) {
    this.facets = facets;
    for (const facet of facets.keys()) this.chosen.set(facet, new Set(chosen.get(facet)));
    this.onChange = onChange;
    this.element = make('details', { class: 'search-filters', open }, make('summary', {}, 'Narrow by'));
    this.clear.addEventListener('click', () => {
      for (const values of this.chosen.values()) values.clear();
      for (const { box } of this.boxes.values()) box.checked = false;
      this.element.querySelector('summary')?.focus();
      this.onChange();
    });
  }

  /** How many boxes are ticked. */
  get size(): number {
    return [...this.chosen.values()].reduce((sum, values) => sum + values.size, 0);
  }

  /** Draws the boxes once, then only changes their numbers, so that focus stays where it is. */
  show(facets: Counts, counts: Counts, asked: boolean): void {
    if (!this.made) this.make(facets);
    this.clear.hidden = this.size === 0;
    for (const [key, { box, number, label }] of this.boxes) {
      const [facet, value] = JSON.parse(key) as [string, string];
      const count = (asked ? counts : facets)[facet]?.[value] ?? 0;
      number.textContent = String(count);
      label.classList.toggle('none', count === 0 && !box.checked);
    }
  }

  private make(facets: Counts): void {
    this.made = true;
    for (const [facet, heading] of this.facets) {
      const values = Object.entries(facets[facet] ?? {}).sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
      if (values.length === 0) continue;
      this.element.append(make('fieldset', {}, make('legend', {}, heading), ...values.map(([value]) => this.box(facet, value))));
    }
    this.element.append(this.clear);
  }

  private box(facet: string, value: string): HTMLLabelElement {
    const box = make('input', { type: 'checkbox', name: facet, value });
    const number = make('span', {}, '');
    const label = make('label', {}, box, make('span', {}, value), number);
    const values = this.chosen.get(facet)!;
    box.checked = values.has(value);
    box.addEventListener('change', () => {
      if (box.checked) values.add(value);
      else values.delete(value);
      this.onChange();
    });
    this.boxes.set(JSON.stringify([facet, value]), { box, number, label });
    return label;
  }
}
