import { page, PNG, WEBP_WITH_CAMERA } from '../example-page.ts';
import { defineRule } from '../rule.ts';

export const cameraData = defineRule({
  id: 'camera-data',
  severity: 'warning',
  summary: 'A picture tells nothing of the camera and of the person behind it.',
  why: 'Cameras write their serial number, their owner’s name and the second of the shot into a photo. Together they tie every picture of one person to each other.',
  examples: [
    { title: 'a photo as the camera wrote it', found: true, files: { 'pages/a.mdx': page('![A kākā](../media/kaka.webp)'), 'media/kaka.webp': WEBP_WITH_CAMERA } },
    { title: 'a photo with its pixels only', found: false, files: { 'pages/a.mdx': page('![A kākā](../media/kaka.png)'), 'media/kaka.png': PNG } },
  ],
  checkGarden: ({ files }) =>
    files
      .filter(({ image }) => image?.camera && !image.gps)
      .map(({ file }) => ({
        file,
        line: 1,
        column: 1,
        message: 'This picture tells of the camera that took it.',
        suggestion: `Run npm run check -- --fix ${file}, which leaves only what people see.`,
      })),
});
