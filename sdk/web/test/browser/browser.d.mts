import type { Browser } from 'playwright-core';

export function serveFiles(): Promise<{ address: string; close(): Promise<void> }>;
export function openBrowser(...options: string[]): Promise<Browser>;
