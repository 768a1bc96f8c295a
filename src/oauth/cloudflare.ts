import { oauth, type OAuthEnv } from './oauth.ts';

export default { fetch: (request: Request, env: OAuthEnv): Promise<Response> => oauth(request, env) };
