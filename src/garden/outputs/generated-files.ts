import { KIND_NAMES, KINDS } from '../schema/index.ts';
import { kindWords } from '../schema/kind-words.ts';
import type { Site } from '../schema/site.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { codeOwners } from './code-owners.ts';
import { folderReadme } from './folder-readme.ts';
import { issueForms } from './issue-form.ts';
import { listsReadme } from './lists-readme.ts';
import { pullRequestTemplate } from './pull-request-template.ts';
import { vscodeFiles } from './vscode-files.ts';

/** Every file that is made from the schemas, the vocabularies and the facts of the site, by its path in the repository. */
export function generatedFiles(site: Site, vocabularies: Vocabularies): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(KIND_NAMES.map((kind) => [`content/${kind}/README.md`, folderReadme(kindWords(KINDS[kind], site), vocabularies)])),
    'content/vocabularies/README.md': listsReadme(vocabularies),
    ...under('.vscode', vscodeFiles(site, vocabularies)),
    ...under('.github/ISSUE_TEMPLATE', issueForms({ site, vocabularies })),
    '.github/PULL_REQUEST_TEMPLATE.md': pullRequestTemplate(site),
    '.github/CODEOWNERS': codeOwners(site),
  };
}

function under(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}
