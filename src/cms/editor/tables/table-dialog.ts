import { openDialog } from '../../dialog/open-dialog.ts';
import { movedColumn, movedRow, withAlign, withColumn, withoutColumn, withoutRow, withRow, withWord, type Grid } from './table-grid.ts';
import type { Align } from './table-lines.ts';

const ALIGNS: readonly (readonly [Align, string])[] = [
  ['', 'As usual'],
  ['left', 'Left'],
  ['center', 'Middle'],
  ['right', 'Right'],
];

/** Lets the person edit a table as a grid; undefined when they gave up. */
export async function editGrid(start: Grid, title: string): Promise<Grid | undefined> {
  let grid = start;
  const scroll = document.createElement('div');
  const more = document.createElement('div');
  const said = document.createElement('p');
  scroll.className = 'garden-grid';
  more.className = 'garden-row';
  said.className = 'garden-hidden';
  said.setAttribute('role', 'status');
  more.append(
    button('Add a row', 'Add a row', () => change(withRow(grid, grid.rows.length), [grid.rows.length, 0], 'A row was added.')),
    button('Add a column', 'Add a column', () => change(withColumn(grid, grid.columns.length), [-1, grid.columns.length], 'A column was added.')),
  );

  /** Shows another grid, says what was done and puts the focus into a cell. */
  function change(next: Grid, [row, column]: readonly [number, number], words: string): void {
    grid = next;
    draw();
    said.textContent = words;
    const place = cell(Math.min(row, grid.rows.length - 1), Math.min(column, grid.columns.length - 1));
    place?.focus();
    place?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function cell(row: number, column: number): HTMLInputElement | null {
    return scroll.querySelector(`input[data-row="${row}"][data-column="${column}"]`);
  }

  function input(row: number, column: number): HTMLInputElement {
    const element = document.createElement('input');
    element.value = (row === -1 ? grid.head : grid.rows[row]!).words[column]!;
    // The words come first; the tools of the columns stand above them.
    element.autofocus = row === -1 && column === 0;
    element.dataset['row'] = String(row);
    element.dataset['column'] = String(column);
    element.setAttribute('aria-label', row === -1 ? `Heading of column ${column + 1}` : `Row ${row + 1}, column ${column + 1}`);
    element.addEventListener('input', () => (grid = withWord(grid, row, column, element.value)));
    element.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const next = step === 0 ? null : cell(row + step, column);
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
    return element;
  }

  function columnTools(column: number): HTMLElement {
    const tools = document.createElement('th');
    const align = document.createElement('select');
    const number = column + 1;
    tools.scope = 'col';
    tools.append(`Column ${number}`);
    for (const [value, words] of ALIGNS) align.add(new Option(words, value, false, value === grid.columns[column]!.align));
    align.setAttribute('aria-label', `How column ${number} stands`);
    align.addEventListener('change', () => (grid = withAlign(grid, column, align.value as Align)));
    const row = document.createElement('div');
    row.className = 'garden-tools';
    row.append(
      tool('←', `Move column ${number} left`, column > 0, () => change(movedColumn(grid, column, column - 1), [-1, column - 1], `Column ${number} is now column ${column}.`)),
      tool('→', `Move column ${number} right`, number < grid.columns.length, () => change(movedColumn(grid, column, number), [-1, number], `Column ${number} is now column ${number + 1}.`)),
      tool('×', `Take out column ${number}`, grid.columns.length > 1, () => change(withoutColumn(grid, column), [-1, column], `Column ${number} was taken out.`)),
    );
    tools.append(align, row);
    return tools;
  }

  function rowTools(row: number): HTMLElement {
    const tools = document.createElement('td');
    const number = row + 1;
    const inside = document.createElement('div');
    inside.className = 'garden-tools';
    inside.append(
      tool('↑', `Move row ${number} up`, row > 0, () => change(movedRow(grid, row, row - 1), [row - 1, 0], `Row ${number} is now row ${row}.`)),
      tool('↓', `Move row ${number} down`, number < grid.rows.length, () => change(movedRow(grid, row, number), [number, 0], `Row ${number} is now row ${number + 1}.`)),
      tool('×', `Take out row ${number}`, true, () => change(withoutRow(grid, row), [row, 0], `Row ${number} was taken out.`)),
    );
    tools.append(inside);
    return tools;
  }

  function draw(): void {
    const table = document.createElement('table');
    const caption = table.createCaption();
    caption.className = 'garden-hidden';
    caption.textContent = `${grid.columns.length} columns, ${grid.rows.length} rows`;
    const top = table.createTHead().insertRow();
    const corner = document.createElement('td');
    top.append(corner, ...grid.columns.map((_column, column) => columnTools(column)), document.createElement('td'));
    const body = table.createTBody();
    for (let row = -1; row < grid.rows.length; row += 1) {
      const line = body.insertRow();
      const name = document.createElement('th');
      name.scope = 'row';
      name.textContent = row === -1 ? 'Heading' : String(row + 1);
      if (row === -1) line.className = 'garden-grid-head';
      line.append(name);
      for (let column = 0; column < grid.columns.length; column += 1) line.insertCell().append(input(row, column));
      line.append(row === -1 ? document.createElement('td') : rowTools(row));
    }
    scroll.replaceChildren(table);
  }

  draw();
  const done = await openDialog({
    title,
    content: [scroll, more, said],
    actions: [
      { value: 'done', label: 'Done', main: true },
      { value: 'close', label: 'Close without changes', anyway: true },
    ],
    wide: true,
  });
  return done === 'done' ? grid : undefined;
}

/** Asks how large a new table is; undefined when the person gave up. */
export async function askSize(): Promise<{ columns: number; rows: number } | undefined> {
  const columns = numberField('Columns', 2, 12);
  const rows = numberField('Rows below the heading', 3, 60);
  const chosen = await openDialog({
    title: 'Add a table',
    content: [columns.element, rows.element],
    actions: [
      { value: 'next', label: 'Fill it in', main: true },
      { value: 'close', label: 'Close', anyway: true },
    ],
  });
  return chosen === 'next' ? { columns: columns.input.valueAsNumber, rows: rows.input.valueAsNumber } : undefined;
}

function numberField(words: string, value: number, most: number): { element: HTMLElement; input: HTMLInputElement } {
  const element = document.createElement('label');
  const input = document.createElement('input');
  element.className = 'garden-field';
  Object.assign(input, { type: 'number', min: '1', max: String(most), required: true, value: String(value) });
  element.append(words, input);
  return { element, input };
}

function button(words: string, name: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.setAttribute('aria-label', name);
  element.addEventListener('click', press);
  return element;
}

function tool(sign: string, name: string, on: boolean, press: () => void): HTMLButtonElement {
  const element = button(sign, name, press);
  element.title = name;
  element.disabled = !on;
  return element;
}
