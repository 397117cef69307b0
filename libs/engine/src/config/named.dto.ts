import 'reflect-metadata';
import { Allow } from 'class-validator';
import { Checked } from './checked.js';
import { nameProblem } from './problems.js';

/** A plug-in by name; its parameters are checked under its own declaration. */
export class NamedDto {
  @Checked(nameProblem, { required: true }) name: string;
  @Allow() params?: object;
}
