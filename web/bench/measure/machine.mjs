import { cpus, release, arch, type } from 'node:os';

/** The machine in one line, to stand beside measured figures. @param {string} chromium its version */
export function describeMachine(chromium) {
  const all = cpus();
  const processor = all[0]?.model.trim() || 'unknown processor';
  return `${processor}, ${all.length} cores, ${type()} ${release()} ${arch()}, Chromium ${chromium}, Node.js ${process.version}`;
}
