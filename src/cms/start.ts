import { openForm } from './open-form.ts';
import { showNotice } from './show-notice.ts';

// The script of the page /admin/.
openForm().catch((error: unknown) => showNotice('The form could not open.', error instanceof Error ? error.message : 'Load this page again.'));
