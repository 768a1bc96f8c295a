import type { Rule } from '../rule.ts';
import { brokenLink } from './broken-link.ts';
import { prerequisiteCycle } from './cycles.ts';
import { duplicateId } from './duplicate-id.ts';
import { imageWithPlace, symlink, tooLarge, twinNames, unknownFile, unsafeSvg, wrongImageBytes } from './files.ts';
import { headingJump } from './heading-jump.ts';
import { missingImage, unusedMedia } from './images.ts';
import { missingBody } from './missing-body.ts';
import { missingReference } from './missing-reference.ts';
import { READING_RULES } from './reading.ts';
import { missingSource, uncitedSource } from './sources.ts';

/** Every rule, in the order of the reference. */
export const RULES: readonly Rule[] = [
  ...READING_RULES,
  missingBody,
  missingReference,
  brokenLink,
  missingSource,
  headingJump,
  missingImage,
  prerequisiteCycle,
  duplicateId,
  twinNames,
  symlink,
  unknownFile,
  wrongImageBytes,
  imageWithPlace,
  tooLarge,
  unsafeSvg,
  uncitedSource,
  unusedMedia,
];
