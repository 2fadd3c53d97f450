import { type Api, path } from './client.ts';

export type TokenExpiry = 'kick' | 'keep';

export interface Project {
  readonly appId: number;
  readonly name: string;
  readonly createdAt: string;
  readonly tokenExpiry: TokenExpiry;
  readonly l3: boolean;
  readonly tokenOnly: boolean;
  readonly online: boolean;
}

export type ProjectChange = Partial<Pick<Project, 'name' | 'tokenExpiry' | 'l3' | 'tokenOnly' | 'online'>>;

export type SecretName = 'appSign' | 'serverSecret' | 'callbackSecret';

export type Secrets = Readonly<Record<SecretName, string>>;

export async function listProjects(api: Api, signal?: AbortSignal): Promise<readonly Project[]> {
  return (await api.get<{ projects: Project[] }>('/projects', signal)).projects;
}

export function showProject(api: Api, appId: number, signal?: AbortSignal): Promise<Project> {
  return api.get(path('projects', appId), signal);
}

export function createProject(api: Api, name: string): Promise<Project> {
  return api.send('POST', '/projects', { name });
}

export function changeProject(api: Api, appId: number, change: ProjectChange): Promise<Project> {
  return api.send('PATCH', path('projects', appId), change);
}

export function showSecrets(api: Api, appId: number): Promise<Secrets> {
  return api.send('POST', path('projects', appId, 'secrets'));
}

export function rotateSecret(api: Api, appId: number, secret: SecretName): Promise<Secrets> {
  return api.send('POST', path('projects', appId, 'secrets', 'rotate'), { secret });
}
