import type { Locator, Page } from 'playwright-core';

const PATIENCE_MS = 30_000;

/**
 * Opens the mailbox of development, waits for a message to this address and presses the link in it, as a person who reads their mail in
 * another tab of the same browser would.
 */
export async function openLinkOfMail(page: Page, to: string, subject: string | RegExp): Promise<void> {
  const row = await waitForMail(page, to, subject);
  await row.click();
  await page.locator('pre a').first().click();
}

/** Opens the mailbox of development and waits until a message to this address has arrived there: background tasks send it. */
export async function waitForMail(page: Page, to: string, subject: string | RegExp): Promise<Locator> {
  const limit = Date.now() + PATIENCE_MS;
  const row = page.getByRole('row').filter({ hasText: to }).getByRole('link', { name: subject });
  for (;;) {
    await page.goto('/api/dev/mail');
    if ((await row.count()) > 0) return row.first();
    if (Date.now() > limit)
      throw new Error(`No message “${String(subject)}” for ${to}; the mailbox says:\n${await page.innerText('body')}`);
    await page.waitForTimeout(200);
  }
}

/** How many messages this address has received. */
export async function countMails(page: Page, to: string): Promise<number> {
  await page.goto('/api/dev/mail');
  return page.getByRole('row').filter({ hasText: to }).count();
}
