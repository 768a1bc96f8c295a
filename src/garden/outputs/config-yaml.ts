import { stringify } from 'yaml';
import type { CmsConfig } from './cms-config.ts';

/** The configuration of the form as YAML that reads back to the same data. */
export function configYaml(config: CmsConfig): string {
  return stringify(config, { aliasDuplicateObjects: false, lineWidth: 0 });
}
