import { Component } from '@angular/core';

@Component({ selector: 'dh-account', template: '' })
export class Account {}
