import { OverlayContainer } from '@angular/cdk/overlay';
import { Service } from '@angular/core';

/** Menus open outside the page's landmarks; as one themselves they are found by whoever goes from one to the next. */
@Service({ autoProvided: false })
export class OverlayRegion extends OverlayContainer {
  protected override _createContainer(): void {
    super._createContainer();
    if (!this._containerElement) return;
    this._containerElement.role = 'region';
    this._containerElement.ariaLabel = $localize`Menus`;
  }
}
