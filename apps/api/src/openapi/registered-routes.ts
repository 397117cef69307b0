import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import 'reflect-metadata';

/** `METHOD /path/{parameter}` of every route that these controllers register. */
export function registeredRoutes(controllers: readonly Type[]): string[] {
  return controllers.flatMap((controller) => {
    const root = String(Reflect.getMetadata(PATH_METADATA, controller));
    return handlersOf(controller).flatMap((handler) => {
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
      return paths.map((path) => `${method} ${asTemplate(`/${root}/${path}`)}`);
    });
  });
}

function handlersOf(controller: Type): object[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype)
    .map((name) => prototype[name])
    .filter((handler): handler is object => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler));
}

function asTemplate(path: string): string {
  const plain = path.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
  return plain.replaceAll(/[:*]([a-z_]+)/g, '{$1}');
}
