import { Component } from '@angular/core';

@Component({ selector: 'dh-setup', template: '' })
export class Setup {}
