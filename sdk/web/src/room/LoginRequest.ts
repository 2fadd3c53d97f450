/** What an application asks for with `loginRoom`, checked already. */
export interface LoginRequest {
  readonly roomId: string;
  readonly userId: string;
  readonly userName: string;
  /** Empty for none. */
  readonly token: string;
  /** 0 for no limit. */
  readonly maxMemberCount: number;
  readonly userStatusNotify: boolean;
}
