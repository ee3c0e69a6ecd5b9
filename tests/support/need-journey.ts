import type { Locator, Page } from 'playwright-core';

/** Tabs until the element with this accessible name is focused: a person without a mouse reaches it, or the journey fails. */
export async function tabTo(page: Page, name: string | RegExp, limit = 80): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await focusedName(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    passed.push(here);
  }
  throw new Error(`Tab never reached ${String(name)}; it passed: ${passed.join(' · ')}`);
}

/** The same for what is told apart by where it stands rather than by its name. */
export async function tabUntil(page: Page, wanted: Locator, limit = 80): Promise<void> {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached ${String(wanted)}`);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])].map((label) => label.innerText)
        : [];
    const text = element.getAttribute('aria-label') ?? labels[0] ?? element.innerText;
    return text.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
  });
}

/** Goes to the next subject with the keyboard only: Enter submits the step. */
async function continueByKeyboard(page: Page, title: string): Promise<void> {
  await tabTo(page, 'Continuer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function pickTerritory(page: Page, field: string, typed: string, option: RegExp): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: option }).first().waitFor();
  await page.keyboard.press('Enter');
}

const TYPED = ['department:52', 'nearName=Langres', 'radiusKm=40', 'floorMin=150', 'floorMax=300', 'budget=600', 'walk=10'];

/**
 * A repair workshop of 150 to 300 m² within 40 km of Langres and inside Haute-Marne, at most 600 € a month, ten minutes' walk from
 * a served stop: typed step by step without ever touching a mouse.
 */
export async function describeRepairWorkshop(page: Page): Promise<void> {
  await page.goto('/besoin');
  await page.getByRole('heading', { level: 1, name: 'Décrivez le lieu qu’il vous faut' }).waitFor();
  await tabTo(page, 'Commencer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Pour quoi faire ?' }).waitFor();
  await continueByKeyboard(page, 'De quel espace avez-vous besoin ?');
  await tabTo(page, 'Au moins');
  await page.keyboard.type('150');
  await tabTo(page, 'Au plus');
  await page.keyboard.type('300');
  await continueByKeyboard(page, 'Où cherchez-vous ?');

  await pickTerritory(page, 'Dans ces territoires', 'Haute-Marne', /^Haute-Marne/);
  await page.getByRole('button', { name: 'Retirer Haute-Marne' }).waitFor();
  await pickTerritory(page, 'Autour d’une commune', 'Langres', /^Langres/);
  await tabTo(page, 'Rayon');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('40');
  await continueByKeyboard(page, 'À quelles conditions ?');

  await tabTo(page, 'Budget par mois');
  await page.keyboard.type('600');
  await continueByKeyboard(page, 'À partir de quand, et pour combien de temps ?');
  await continueByKeyboard(page, 'Que faut-il trouver sur place ?');
  await continueByKeyboard(page, 'Qu’est-ce qui ne peut pas convenir ?');
  await continueByKeyboard(page, 'Faut-il pouvoir venir sans voiture ?');

  await tabTo(page, 'À pied d’un arrêt de train ou de car');
  await page.keyboard.type('10');
  await tabTo(page, 'Passer à la vérification');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Vérifiez vos réponses' }).waitFor();
  await tabTo(page, 'Voir les lieux');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Les lieux pour votre besoin' }).waitFor();
  // All that was typed is in the address, nothing lost on the way.
  await page.waitForURL(({ search }) => TYPED.every((part) => search.includes(part)));
}
