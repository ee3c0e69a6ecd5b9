import { Inject } from '@nestjs/common';

export const CONFIG = Symbol('Config');
/** Injects the validated configuration: `constructor(@InjectConfig() private readonly config: Config)`. */
export const InjectConfig = (): ParameterDecorator & PropertyDecorator => Inject(CONFIG);
