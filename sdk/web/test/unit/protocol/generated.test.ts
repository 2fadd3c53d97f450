import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as enums from '../../../src/api/enums';
import { VERSION } from '../../../src/engine/version';
import { DEVICE_STATES, REMOVAL_REASONS } from '../../../src/protocol/ServerMessage';

const ROOT = new URL('../../../', import.meta.url);
const JAVA = new URL('../java/core/src/main/java/im/zego/zegoexpress/constants/', ROOT);

function javaConstants(name: string): Map<string, number> {
  const source = readFileSync(new URL(`${name}.java`, JAVA), 'utf8');
  return new Map(
    [...source.matchAll(/^ {4}([A-Z][A-Z0-9_]*)\((\d+)\)[,;]/gm)].map(([, constant, value]) => [
      String(constant).replaceAll('_', '').toLowerCase(),
      Number(value),
    ]),
  );
}

describe('what is the same in all SDKs', () => {
  it('is generated from the specification as it is now', () => {
    execFileSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: ROOT });
  });

  it.each(Object.entries(enums))('has the numbers of the Java SDK: %s', (name, members) => {
    expect(readdirSync(JAVA)).toContain(`${name}.java`);
    const java = javaConstants(name);
    const names = Object.entries(members).filter(([, value]) => typeof value === 'number');
    expect(names.length).toBeGreaterThan(0);
    for (const [member, value] of names) {
      const known =
        java.get(member.replaceAll('_', '').toLowerCase()) ??
        java.get(`zegoroomtransparentmessage${member.toLowerCase()}`);
      expect(value, `${name}.${member}`).toBe(known);
    }
  });

  it('orders states and reasons by their numbers', () => {
    const { $defs } = JSON.parse(readFileSync(new URL('../../protocol/schema/definitions.json', ROOT), 'utf8')) as {
      $defs: { deviceState: { enum: string[] }; streamRemoved: { properties: { reason: { enum: string[] } } } };
    };
    expect(DEVICE_STATES).toEqual($defs.deviceState.enum);
    expect(REMOVAL_REASONS).toEqual($defs.streamRemoved.properties.reason.enum);
  });

  it('names the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string };
    expect(VERSION).toBe(version);
  });
});
