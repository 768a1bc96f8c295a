import type { Rule } from '../rule.ts';
import { aliasChain } from './alias-chain.ts';
import { aliasCircle } from './alias-circle.ts';
import { aliasClash } from './alias-clash.ts';
import { brokenLink } from './broken-link.ts';
import { cameraData } from './camera-data.ts';
import { prerequisiteCycle } from './cycles.ts';
import { duplicateId } from './duplicate-id.ts';
import { exactPlace } from './exact-place.ts';
import { imageWithPlace, symlink, tooLarge, twinNames, unknownFile, unsafeSvg, wrongImageBytes } from './files.ts';
import { headingJump } from './heading-jump.ts';
import { hiddenCharacter } from './hidden-character.ts';
import { httpLink } from './http-link.ts';
import { missingImage, unusedMedia } from './images.ts';
import { lookAlikeLetters } from './look-alike-letters.ts';
import { lostAddress } from './lost-address.ts';
import { misleadingLink } from './misleading-link.ts';
import { missingBody } from './missing-body.ts';
import { missingConsent } from './missing-consent.ts';
import { missingMacron } from './missing-macron.ts';
import { missingReference } from './missing-reference.ts';
import { overdueReview } from './overdue-review.ts';
import { personalData } from './personal-data.ts';
import { READING_RULES } from './reading.ts';
import { retiredLink } from './retired-link.ts';
import { sensitivePlace } from './sensitive-place.ts';
import { missingSource, uncitedSource } from './sources.ts';
import { tableWithoutHeader } from './table-without-header.ts';
import { vagueLink } from './vague-link.ts';

/** Every rule, in the order of the reference. */
export const RULES: readonly Rule[] = [
  ...READING_RULES,
  missingConsent,
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
  sensitivePlace,
  tooLarge,
  unsafeSvg,
  misleadingLink,
  lookAlikeLetters,
  aliasClash,
  aliasCircle,
  aliasChain,
  exactPlace,
  personalData,
  cameraData,
  hiddenCharacter,
  vagueLink,
  tableWithoutHeader,
  httpLink,
  missingMacron,
  overdueReview,
  retiredLink,
  lostAddress,
  uncitedSource,
  unusedMedia,
];
