import { Component } from '@angular/core';

@Component({ selector: 'dh-people', template: '' })
export class PeoplePage {}
