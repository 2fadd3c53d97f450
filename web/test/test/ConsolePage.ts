import type { Locator, Page } from 'playwright-core';
import type { Operator } from './Operator.ts';
import type { Stage } from './Stage.ts';

/** The console as an operator uses it. */
export class ConsolePage {
  private constructor(readonly page: Page) {}

  /** Logged in already. */
  static async visit(on: Stage, operator: Operator, fragment = '#/'): Promise<ConsolePage> {
    const page = await on.pages.newPage();
    await operator.enter(page.context());
    await page.goto(`/console/${fragment}`);
    await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
    return new ConsolePage(page);
  }

  async go(place: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: place }).click();
    await this.heading(place).waitFor();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  status(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async click(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }
}
