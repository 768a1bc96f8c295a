import { z } from 'zod';
import { line, prose, webAddress } from './fields.ts';

/** What `content/site.yaml` may say: the site's own facts, in one place. */
export const siteSchema = z.strictObject({
  name: line(1, 60)
    .default('Kanopi')
    .meta({ title: 'Name', description: 'The name of the garden.', examples: ['Kanopi'] }),
  tagline: prose(300)
    .default('An open knowledge garden for people who look after nature.')
    .meta({ title: 'Tagline', description: 'One sentence about the garden.', examples: ['Practice guides, honest case studies and courses for people who look after nature.'] }),
  url: webAddress()
    .default('http://localhost:4321/')
    .meta({ title: 'Address', description: 'The full address of the site, with its path. SITE_URL overrides it.', examples: ['https://example.org/garden/'] }),
  lang: line(2, 20)
    .default('en-NZ')
    .meta({ title: 'Language', description: 'Language tag of the site.', examples: ['en-NZ'] }),
  repository: webAddress()
    .optional()
    .meta({ title: 'Repository', description: 'Address of the git repository, for links to edit a page.', examples: ['https://github.com/example/garden'] }),
  branch: line(1, 100)
    .default('main')
    .meta({ title: 'Branch', description: 'The branch that is published.', examples: ['main'] }),
  contact: webAddress()
    .optional()
    .meta({ title: 'Contact', description: 'Where to write to the garden’s keepers.', examples: ['https://github.com/example/garden/issues'] }),
  licence: line(2, 40)
    .default('CC-BY-4.0')
    .meta({ title: 'Licence', description: 'The licence of all content unless a page says otherwise.', examples: ['CC-BY-4.0'] }),
});

export type Site = z.infer<typeof siteSchema>;
