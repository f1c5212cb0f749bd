import { Component } from '@angular/core';

@Component({ selector: 'dh-reset-password', template: '' })
export class ResetPassword {}
