import { z } from 'zod';
import { contactAddress, line, prose, webAddress } from './fields.ts';

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
  form: z
    .strictObject({
      host: z.enum(['github', 'gitea', 'forgejo', 'gitlab']).meta({ title: 'Host', description: 'What runs where the repository is.', examples: ['github'] }),
      auth: webAddress()
        .optional()
        .meta({ title: 'Login', description: 'Where the function stands that logs people in; GitHub needs one.', examples: ['https://login.example.org/'] }),
      api: webAddress()
        .optional()
        .meta({ title: 'API', description: 'Address of the API of a host of your own.', examples: ['https://git.example.org/api/v1'] }),
      app_id: line(1, 200)
        .optional()
        .meta({ title: 'Application', description: 'Id of the form as an application on that host; Gitea, Forgejo and GitLab need one.', examples: ['a1b2c3'] }),
    })
    .optional()
    .meta({ title: 'Form', description: 'Where the editing form stores what people write.', examples: [{ host: 'github', auth: 'https://login.example.org/' }] }),
  contact: contactAddress()
    .optional()
    .meta({ title: 'Contact', description: 'Where to write to the garden’s keepers: a page on the web, or an e-mail address after mailto:.', examples: ['https://github.com/example/garden/issues'] }),
  licence: line(2, 40)
    .default('CC-BY-4.0')
    .meta({ title: 'Licence', description: 'The licence of all content unless a page says otherwise.', examples: ['CC-BY-4.0'] }),
});

export type Site = z.infer<typeof siteSchema>;
