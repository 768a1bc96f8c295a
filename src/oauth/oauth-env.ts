/** What the function is told by its surroundings. Every value is text, as environment variables are. */
export interface OAuthEnv {
  /** Id of the OAuth app at the host. */
  readonly OAUTH_CLIENT_ID?: string;
  /** Secret of the OAuth app at the host. */
  readonly OAUTH_CLIENT_SECRET?: string;
  /** Origins of the sites whose form may sign people in, parted by spaces or commas. */
  readonly OAUTH_SITES?: string;
  /** Any long random text; it seals what travels through the browser. */
  readonly OAUTH_STATE_SECRET?: string;
  /** `yes` when the repository is private. */
  readonly OAUTH_PRIVATE?: string;
  /** Address of GitHub, for GitHub Enterprise. */
  readonly OAUTH_HOST?: string;
  /** Origin at which browsers reach this function, where it differs from what a request says. */
  readonly OAUTH_ADDRESS?: string;
}
