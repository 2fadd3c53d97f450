import { type Api, query } from './client.ts';

export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  readonly user: string;
  readonly address: string;
  readonly action: string;
  readonly target: string;
  readonly detail: string;
}

/** The newest first, or those before an entry that is known. */
export async function listAudit(
  api: Api,
  page: { readonly before?: number | undefined; readonly limit: number },
  signal?: AbortSignal,
): Promise<readonly AuditEntry[]> {
  return (await api.get<{ entries: AuditEntry[] }>(`/audit${query({ ...page })}`, signal)).entries;
}
