import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ApplicationConfig, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type Permission } from '../access/permission.js';
import { permissionOf } from './access.js';
import { takesFile } from './uploads.js';

export interface Route {
  readonly method: string;
  /** As in OpenAPI: `/api/sites/{id}`. */
  readonly path: string;
  readonly operationId: string;
  /** `undeclared` is refused to all, and fails the inventory check. */
  readonly access: 'public' | 'private' | 'undeclared';
  readonly permission: Permission | null;
  /** Takes a file instead of JSON. */
  readonly takesFile: boolean;
}

/** First segments of the routes that are not under /api: machines' pages, whose addresses are fixed by others. */
export const OUTSIDE_API = ['health', 'metrics', 'robots.txt', 'sitemap.xml', '.well-known'] as const;

/** Every route of the application, read from the controllers themselves. */
@Injectable()
export class RouteInventory {
  private listed: readonly Route[] | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly application: ApplicationConfig,
  ) {}

  all(): readonly Route[] {
    this.listed ??= this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? this.routesOf(metatype as Type) : []))
      .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
    return this.listed;
  }

  /** Methods a path answers to, for 405 and its Allow header; empty when no route has this path. */
  methodsOf(path: string): string[] {
    const methods = this.all()
      .filter((route) => matches(route.path, path))
      .map((route) => route.method);
    return methods.includes('GET') ? [...new Set([...methods, 'HEAD'])] : [...new Set(methods)];
  }

  takesFile(method: string, path: string): boolean {
    return this.all().some((route) => route.takesFile && route.method === method && matches(route.path, path));
  }

  private routesOf(controller: Type): Route[] {
    const prototype = controller.prototype as Record<string, object>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name] as (() => unknown) | undefined;
      const method = handler && this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      if (handler === undefined || method === undefined) return [];
      const permission = permissionOf(this.reflector, handler, controller);
      const access = permission === null ? 'undeclared' : permission.by.includes('everyone') ? 'public' : 'private';
      const base = asList(this.reflector.get<string | string[]>(PATH_METADATA, controller));
      const own = asList(this.reflector.get<string | string[]>(PATH_METADATA, handler));
      return base.flatMap((first) =>
        own.map((last) => ({
          method: RequestMethod[method],
          path: this.fullPath(first, last),
          operationId: name,
          access,
          permission,
          takesFile: takesFile(this.reflector, handler),
        })),
      );
    });
  }

  private fullPath(...parts: string[]): string {
    const segments = parts.flatMap((part) => part.split('/')).filter((segment) => segment !== '');
    const prefix = OUTSIDE_API.some((segment) => segment === segments[0]) ? [] : [this.application.getGlobalPrefix()];
    return `/${[...prefix, ...segments].filter((segment) => segment !== '').join('/')}`.replace(/:(\w+)/g, '{$1}');
  }
}

function matches(template: string, path: string): boolean {
  const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}/?$`, 'i').test(path);
}

function asList(value: string | string[] | undefined): string[] {
  return Array.isArray(value) ? value : [value ?? ''];
}
