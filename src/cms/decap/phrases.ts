import type { Phrases } from './decap.ts';

/** Words of Decap's that the form says in its own way. An empty one is said by our own check, beside the field. */
export const PHRASES: Phrases = {
  auth: { login: 'Open the form', loginWithGitHub: 'Sign in with GitHub' },
  app: { header: { content: 'Pages', workflow: 'In progress', media: 'Pictures', quickAdd: 'Add' } },
  collection: {
    sidebar: { collections: 'Kinds of page', searchAll: 'Search all pages' },
    collectionTop: { newButton: 'Add a %{collectionLabel}', newButtonAriaLabel: 'Add a %{collectionLabel}' },
    entries: { noEntries: 'Nothing here yet', unpublishedHeader: 'In progress' },
  },
  workflow: {
    workflow: {
      workflowHeading: 'In progress',
      newPost: 'Add',
      description: '%{smart_count} page waits for review, %{readyCount} ready to go on the site. |||| %{smart_count} pages wait for review, %{readyCount} ready to go on the site.',
    },
  },
  editor: {
    editorControlPane: { widget: { required: '', regexPattern: '%{pattern}' } },
    editor: {
      onLeavePage: 'There is text here that is not saved. Leave all the same?',
      onUpdatingWithUnsavedChanges: 'There is text here that is not saved. Save it first.',
      onPublishingNotReady: 'Set the status to "Ready" first.',
      onPublishingWithUnsavedChanges: 'There is text here that is not saved. Save it first.',
      onPublishing: 'Put this page on the site now?',
      onDeleteUnpublishedChanges: 'Throw away this draft? What is on the site stays as it is.',
      onDeleteUnpublishedChangesWithUnsavedChanges: 'Throw away this draft and what you have just typed? What is on the site stays as it is.',
      confirmLoadBackup: 'This browser has kept text that you typed here and did not save. Open it?',
    },
    editorToolbar: { deleteUnpublishedChanges: 'Discard draft', deleteUnpublishedEntry: 'Discard draft' },
  },
  ui: {
    toast: {
      onFailToPersist: 'Not saved. %{details}',
      onFailToPublishEntry: 'Not published. %{details}',
      onFailToUpdateStatus: 'The status stays as it was. %{details}',
      onFailToLoadEntries: 'Not opened. %{details}',
      missingRequiredField: 'Not saved: something is missing. The list at the foot of the form says what.',
    },
  },
};
