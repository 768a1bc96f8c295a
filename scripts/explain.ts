import { RULES } from '../src/garden/checks/rules/index.ts';
import { nearest } from '../src/garden/text/nearest.ts';
import { judgeExample } from '../src/garden/checks/judge-example.ts';
import { ruleList, ruleText } from '../src/garden/checks/report/rule-text.ts';
import { examplePictures } from '../src/disk/example-pictures.ts';

process.exitCode = await explain(process.argv.slice(2));

/** Prints what a rule wants, why, and how it looks; without a name, the list of all rules. Returns the exit code. */
async function explain([name, ...others]: string[]): Promise<number> {
  if (name === undefined) {
    console.log(ruleList(RULES));
    return 0;
  }
  const rule = RULES.find(({ id }) => id === name);
  if (!rule || others.length > 0) {
    const near = nearest(
      name,
      RULES.map(({ id }) => id),
    );
    console.error(rule ? 'Name one rule at a time.' : `There is no rule called "${name}". ${near ? `Did you mean "${near}"?` : 'Run npm run explain for the list.'}`);
    return 2;
  }
  const judged = await Promise.all((rule.examples ?? []).map(async (example) => ({ example, problems: judgeExample(example, await examplePictures(example)) })));
  console.log(ruleText(rule, judged));
  return 0;
}
