import { Component } from '@angular/core';

@Component({ selector: 'dh-register', template: '' })
export class Register {}
