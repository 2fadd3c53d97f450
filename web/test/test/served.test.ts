import { beforeEach, describe, expect, it } from 'vitest';
import { stage } from './Stage.ts';

const on = stage('served');

describe.each(['/', '/console/'])('the page at %s', (path) => {
  beforeEach(() => {
    // The console asks whether somebody is logged in.
    on.expectComplaint(/401/);
  });

  it('forbids what comes from elsewhere, and asks nothing of other origins', async () => {
    const page = await on.pages.newPage();
    const response = await page.goto(path);
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('speaks two languages', async () => {
    const page = await on.pages.newPage();
    await page.goto(path);
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.reload();
    await page.getByRole('button', { name: 'English' }).waitFor();
  });
});

describe('a page that breaks the rules', () => {
  it('is noticed', async () => {
    const page = await on.pages.newPage();
    await page.goto('/');
    await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inline = true';
      document.head.append(script);
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
    });
    const complaints = on.pages.unexpected();
    expect(complaints.join('\n')).toMatch(/inline script/);
    expect(complaints.join('\n')).toMatch(/http:\/\/127\.0\.0\.1:9\//);
  });
});
