import { z } from 'zod';
import { authored } from './base.ts';
import { header } from './header.ts';
import { defineKind } from './kind.ts';

export const pages = defineKind({
  name: 'pages',
  one: 'page',
  many: 'pages',
  heading: 'Pages',
  about: 'Pages about the garden itself.',
  body: 'required',
  form: { first: ['title', 'summary', 'credits'] },
  fields: header({
    ...authored,
    order: z
      .number()
      .int()
      .min(0)
      .max(999)
      .default(100)
      .meta({ title: 'Order', description: 'Where it stands in the foot of every page; small numbers first.', examples: [10] }),
  }),
});
