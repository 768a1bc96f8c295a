import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { gardenLoader } from '#site/content-loader.ts';

/** One collection of digests; what they stand for comes through `getGarden()`. */
export const collections = {
  garden: defineCollection({ loader: gardenLoader(), schema: z.object({ digest: z.string() }) }),
};
