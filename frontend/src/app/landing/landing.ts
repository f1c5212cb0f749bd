import { Component } from '@angular/core';

@Component({ selector: 'dh-landing', template: '' })
export class Landing {}
