import type { Site } from '../schema/site.ts';
import { licenceTick } from './licence-tick.ts';

/** What a new pull request starts with, in Markdown: three questions, and the licence tick of the form. It says only to keepers that it is generated: whoever fills it in is meant to edit it. */
export function pullRequestTemplate({ licence }: Pick<Site, 'licence'>): string {
  return `## What changes

<!-- In your own words: which page, and what is different for a reader? -->

## How do you know?

<!-- You saw it, or it stands somewhere: where? For code: how did you try it? -->

## Who should see it?

<!-- Somebody who knows the subject, or whose knowledge it is. Leave it empty if you are not sure. -->

---

- [ ] ${licenceTick(licence)}

<!--
To tick the box, write an x between the brackets: [x].
Some minutes after you send this, a comment appears below. It says in plain words what to mend, if anything, and in which line. Change the file, and the check runs again by itself. You cannot break anything: nobody sees your change on the site before a keeper has read it.
-->

<!-- For keepers: npm run generate writes this template. -->
`;
}
