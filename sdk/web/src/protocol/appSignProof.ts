/**
 * Shows in a hello that the client knows the AppSign of its AppID, without the AppSign crossing the wire: see
 * protocol/spec/tokens.md.
 *
 * @param appSign one that passed `checkAppSign`
 * @param crypto of a secure context
 */
export async function appSignProof(
  appSign: string,
  nonce: string,
  appId: number,
  crypto: SubtleCrypto,
): Promise<string> {
  const bytes = Uint8Array.from(appSign.match(/../g) ?? [], (hex) => parseInt(hex, 16));
  const key = await crypto.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const text = new TextEncoder().encode(`freshet-app-sign-1\n${nonce}\n${appId}`);
  const proof = new Uint8Array(await crypto.sign('HMAC', key, text));
  return Array.from(proof, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
