import { make } from './make-element.ts';
import { SearchEngine, type Answer, type Question } from './search-engine.ts';
import { SearchFilters, type FacetTitles } from './search-filters.ts';
import { resultItem } from './search-result.ts';

const PAGE = 10;
const PAUSE = 250;

export interface SearchPanelOptions {
  readonly root: string;
  readonly facets: FacetTitles;
  readonly question: Question;
  /** Whether the filters are open at first. */
  readonly open: boolean;
  /** Called with every question that is asked. */
  readonly onQuestion?: (question: Question) => void;
  /** Stands beside the input, such as a button to close. */
  readonly beside?: HTMLElement;
}

/** The search: one input, filters, results as a list of headings, and one announcement a pause in typing. */
export class SearchPanel {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly engine: SearchEngine;
  private readonly filters: SearchFilters;
  private readonly heading = make('h2', {}, 'Search is loading');
  private readonly list = make('ol');
  private readonly more = make('button', { class: 'search-more', type: 'button', hidden: true }, 'Show more results');
  private readonly status = make('p', { class: 'visually-hidden', role: 'status' });
  private readonly onQuestion: SearchPanelOptions['onQuestion'];
  private turn = 0;
  private timer = 0;
  private answer: Answer | undefined;

  constructor({ root, facets, question, open, onQuestion, beside }: SearchPanelOptions) {
    this.engine = new SearchEngine(root);
    this.onQuestion = onQuestion;
    this.input = make('input', { type: 'search', name: 'q', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search' });
    this.input.value = question.words;
    this.filters = new SearchFilters(facets, question.chosen, open, () => this.ask());
    const form = make('form', { class: 'search-top', role: 'search', 'aria-label': 'Search the garden' }, make('label', {}, 'Search the garden', this.input), beside);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.ask();
    });
    this.input.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.ask(), PAUSE);
    });
    this.more.addEventListener('click', () => void this.showMore());
    this.element = make(
      'div',
      { class: 'search' },
      form,
      make('div', { class: 'search-body' }, this.filters.element, make('div', { class: 'search-results' }, this.heading, this.list, this.more)),
      this.status,
    );
  }

  /** Asks what the input and the filters say, and shows the answer unless a later question has come. */
  ask(): void {
    clearTimeout(this.timer);
    void this.answerNow().catch(() => this.fail());
  }

  private async answerNow(): Promise<void> {
    const turn = (this.turn += 1);
    const question = { words: this.input.value, chosen: this.filters.chosen };
    this.onQuestion?.(question);
    const [facets, answer] = await Promise.all([this.engine.facets(), this.engine.ask(question)]);
    if (turn !== this.turn) return;
    this.answer = answer;
    const asked = question.words.trim() !== '' || this.filters.size > 0;
    this.filters.show(facets, answer.counts, asked);
    const items = await this.items(0);
    if (turn !== this.turn) return;
    this.list.replaceChildren(...items);
    this.more.hidden = answer.results.length <= PAGE;
    this.heading.textContent = asked ? headline(answer.results.length, question.words.trim()) : 'Type a word, or choose on what to narrow';
    this.status.textContent = asked ? this.heading.textContent : '';
  }

  private async items(from: number): Promise<HTMLLIElement[]> {
    const pages = await Promise.all((this.answer?.results ?? []).slice(from, from + PAGE).map((result) => result.data()));
    return pages.map(resultItem);
  }

  private async showMore(): Promise<void> {
    const from = this.list.children.length;
    const items = await this.items(from);
    this.list.append(...items);
    this.more.hidden = this.list.children.length >= (this.answer?.results.length ?? 0);
    items[0]?.querySelector('a')?.focus();
  }

  private fail(): void {
    this.heading.textContent = 'Search could not load. Check the connection and try again.';
    this.status.textContent = this.heading.textContent;
  }
}

function headline(number: number, words: string): string {
  const found = number === 0 ? 'Nothing found' : `${number.toLocaleString('en-NZ')} ${number === 1 ? 'page' : 'pages'}`;
  return words ? `${found} for “${words}”` : found;
}
