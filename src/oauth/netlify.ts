import { oauth } from './oauth.ts';

export default (request: Request): Promise<Response> => oauth(request, process.env);
export const config = { path: ['/auth', '/callback'] };
