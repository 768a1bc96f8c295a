/** What people read when a sign-in does not go through. */
export const WORDS = {
  nothingHere: 'This address signs people in to the form of a garden. Open the form and press its sign-in button.',
  onlyGet: 'This address can only be opened, not written to.',
  otherProvider: 'This sign-in is for GitHub only. The form asked for another host.',
  unknownSite: 'This sign-in does not serve the site that asked. Whoever keeps the garden adds the site to OAUTH_SITES.',
  notFromHere: 'This sign-in was not begun in this browser, or was used already. Close this window and press the sign-in button again.',
  late: 'This sign-in took more than ten minutes. Close this window and press the sign-in button again.',
  declined: 'You chose not to give the form access. Nothing was changed.',
  hostRefused: 'GitHub did not let this sign-in through. Close this window and press the sign-in button again.',
  hostSilent: 'GitHub did not answer as it should. Wait a minute and press the sign-in button again.',
  codeSpent: 'GitHub says that this sign-in was used already or took too long. Press the sign-in button again.',
  appRefused: 'GitHub does not know this sign-in. Whoever keeps the garden compares OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET with the OAuth app.',
  addressRefused: 'GitHub expects this sign-in at another address. Whoever keeps the garden compares the callback address of the OAuth app with this one.',
} as const;
