import { z } from 'zod';
import { contactAddress, line, plainDate, prose, webAddress } from './fields.ts';
import { KIND_NAMES } from './index.ts';

/** An account or a team as CODEOWNERS writes it. */
function account() {
  return z.string().regex(/^@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\/[A-Za-z0-9._-]+)?$/, 'must be an account or a team that starts with @');
}

/** What `content/site.yaml` may say: the site's own facts, in one place. */
export const siteSchema = z.strictObject({
  name: line(1, 60)
    .default('Knowledge garden')
    .meta({ title: 'Name', description: 'The name of the garden.', examples: ['Knowledge garden'] }),
  tagline: prose(300)
    .default('What people learned by doing, kept where others find it.')
    .meta({ title: 'Tagline', description: 'One sentence about the garden.', examples: ['Practice guides, honest case studies and courses for people who do the same work.'] }),
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
  began: plainDate()
    .optional()
    .meta({
      title: 'Began',
      description: 'The day on which this garden took the place of another one in its repository. Pages that went on or before that day were never at its address.',
      examples: ['2026-11-25'],
    }),
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
  maintainers: z
    .array(account())
    .max(20)
    .optional()
    .meta({ title: 'Maintainers', description: 'Accounts or teams on the host of the repository that look after its code.', examples: [['@example/maintainers']] }),
  owners: z
    .partialRecord(z.enum(KIND_NAMES), z.array(account()).min(1).max(20))
    .optional()
    .meta({ title: 'Owners', description: 'Accounts or teams that look after the words of a kind.', examples: [{ guides: ['@example/practitioners'] }] }),
  words: z
    .strictObject({
      kinds: z
        .partialRecord(z.enum(KIND_NAMES), z.strictObject({ heading: line(2, 40).optional(), about: prose(300, 10).optional() }))
        .optional()
        .meta({ title: 'Kinds', description: 'Another heading or sentence for a kind of page.', examples: [{ glossary: { about: 'Words of the trade as we use them.' } }] }),
      parts: z
        .record(z.string().regex(/^[A-Z][A-Za-z]*$/, 'must be the name of a part, such as "Protocol"'), prose(300, 10))
        .optional()
        .meta({
          title: 'Parts',
          description: 'What a part of a page is for in this garden, beside what is said of it everywhere.',
          examples: [{ Protocol: 'What the keeper of the workshop asks of everybody.' }],
        }),
    })
    .optional()
    .meta({ title: 'Words', description: 'Words that belong to this garden alone.', examples: [{ kinds: { glossary: { about: 'Words of the trade as we use them.' } } }] }),
});

export type Site = z.infer<typeof siteSchema>;
