import type { ComponentFixture } from '@angular/core/testing';

/** After an answer was flushed: lets the promises that waited for it run, and the page be drawn. */
export async function settled(fixture: ComponentFixture<unknown>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
}
