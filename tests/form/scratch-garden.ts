export { scratchGarden, type ScratchGarden } from '../../scripts/lib/scratch-garden.ts';
