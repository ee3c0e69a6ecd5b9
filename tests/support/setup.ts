import 'reflect-metadata';
import { forbidNetwork } from './no-network.js';

forbidNetwork();
